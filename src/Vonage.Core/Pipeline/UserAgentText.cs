using System.Reflection;
using System.Runtime.InteropServices;

namespace Vonage.Core.Pipeline;

/// <summary>The value of the User-Agent header: <c>vonage-generated/0.1.0 .NET/10.0.1</c>, followed by the application name if there is one.</summary>
internal static class UserAgentText
{
    /// <summary>The version of the library, without the commit ID, which follows a plus sign.</summary>
    public static readonly string Version = typeof(UserAgentText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static readonly string Library = $"vonage-generated/{Version} {Runtime(RuntimeInformation.FrameworkDescription)}";

    public static string For(string? application) => application is null ? Library : $"{Library} {application}";

    // ".NET Framework 4.8.1" as ".NET-Framework/4.8.1".
    internal static string Runtime(string description)
    {
        var name = description.Trim();
        var space = name.LastIndexOf(' ');
        return space < 0 ? name : $"{name.Substring(0, space).Replace(' ', '-')}/{name.Substring(space + 1)}";
    }
}
