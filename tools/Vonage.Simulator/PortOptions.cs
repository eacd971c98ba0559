using System.CommandLine;
using System.Globalization;

namespace Vonage.Simulator;

/// <summary>The options for ports.</summary>
internal static class PortOptions
{
    private const int Standard = 4010;

    public static Option<int?> Create(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "port" };
        option.Validators.Add(result =>
        {
            // The value itself cannot be asked for: a text that is no number throws.
            if (result.Tokens is not [var token] || !ushort.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                result.AddError($"{name} must be a number from 0 to {ushort.MaxValue}.");
        });
        return option;
    }

    public static Ports Read(int? vonage, int? flowroute, int? https) =>
        new(vonage ?? Standard, flowroute ?? ((vonage ?? Standard) is > 0 and < ushort.MaxValue and var port ? port + 1 : 0), https);
}
