using Flowroute.Testing;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>The environment variables that lead a program to the simulators.</summary>
internal static class Variables
{
    public static IReadOnlyList<(string Name, string Value)> Of(VonageSimulator vonage, FlowrouteSimulator flowroute, string keyPath) =>
    [
        ("VONAGE_BASE_URL", vonage.Address.AbsoluteUri.TrimEnd('/')),
        ("VONAGE_API_KEY", vonage.ApiKey),
        ("VONAGE_API_SECRET", vonage.ApiSecret),
        ("VONAGE_APPLICATION_ID", vonage.ApplicationId),
        ("VONAGE_PRIVATE_KEY_PATH", keyPath),
        ("VONAGE_SIGNATURE_SECRET", vonage.SignatureSecret),
        ("FR_BASE_URL", flowroute.Address.AbsoluteUri.TrimEnd('/')),
        ("FR_ACCESS_KEY", flowroute.AccessKey),
        ("FR_SECRET_KEY", flowroute.SecretKey),
    ];

    /// <summary>A value as shells and programs read it in a file: in quotes if it has a space or anything else that a shell would take for its own.</summary>
    public static string Quoted(string value) =>
        value.All(character => char.IsAsciiLetterOrDigit(character) || "_-./:\\".Contains(character, StringComparison.Ordinal)) ? value : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Writes them as a file that shells and other programs read.</summary>
    public static Task WriteAsync(FileInfo file, IEnumerable<(string Name, string Value)> variables, CancellationToken cancellationToken) =>
        File.WriteAllLinesAsync(file.FullName, variables.Select(variable => $"{variable.Name}={Quoted(variable.Value)}"), cancellationToken);
}
