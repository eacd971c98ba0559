using System.Globalization;
using System.Text.RegularExpressions;

namespace Vonage.Simulation.Answers;

/// <summary>A request can select its response: <c>Prefer: code=429</c>, <c>Prefer: code=200, example=failed</c>.</summary>
internal static partial class PreferHeader
{
    public static SimulatedResponse? Read(ReceivedRequest request)
    {
        var text = request.Headers["Prefer"].ToString();
        if (Code().Match(text) is not { Success: true } code)
            return null;
        return new SimulatedResponse
        {
            StatusCode = int.Parse(code.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
            Example = Example().Match(text) is { Success: true } example ? example.Groups[1].Value : null,
        };
    }

    [GeneratedRegex(@"\bcode=([2-5]\d\d)\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\bexample=([\w-]+)")]
    private static partial Regex Example();
}
