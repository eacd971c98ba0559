using System.Text;

namespace Vonage.Simulation;

/// <summary>HTTP Basic authentication with a key and its secret (RFC 7617).</summary>
/// <param name="names">The names of the two, as the end of the sentence "an Authorization header with …".</param>
/// <param name="check">Returns the error for a key and secret; <see langword="null"/> if they are valid.</param>
public sealed class BasicScheme(string names, Func<string, string?, string?> check) : CredentialScheme("basic")
{
    private const string Prefix = "Basic ";

    /// <inheritdoc />
    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return AuthenticationCheck.Absent($"an Authorization header with {names} (Basic)");
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Prefix.Length..], buffer, out var length))
            return AuthenticationCheck.Wrong("The Basic credentials are not valid Base64.");
        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return AuthenticationCheck.Of(check(pair[0], pair.ElementAtOrDefault(1)));
    }
}
