using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Authentication;

/// <summary>Checks the credentials of a request against the schemes that its operation accepts.</summary>
internal sealed class Authenticator(IEnumerable<CredentialScheme> schemes)
{
    private readonly Dictionary<string, CredentialScheme> _schemes = schemes.ToDictionary(scheme => scheme.Name, StringComparer.Ordinal);

    /// <summary>Checks the credentials of a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request.</param>
    /// <param name="isLenient">Whether the credentials can be parameters, whatever the document says.</param>
    public AuthenticationCheck Check(SpecOperation operation, ReceivedRequest request, bool isLenient)
    {
        var ways = operation.Security;
        if (ways.Count == 0)
            return AuthenticationCheck.Passed;
        var documented = ways.Select(way => Check(way, request)).ToList();
        var outcomes = isLenient ? [.. documented, .. _schemes.Values.Where(scheme => scheme.ReadsParameters).Select(scheme => scheme.Check(request))] : documented;
        if (outcomes.Exists(outcome => outcome.Error is null))
            return AuthenticationCheck.Passed;
        return outcomes.Find(outcome => outcome.IsPresent) is { IsPresent: true } wrong
            ? wrong
            : AuthenticationCheck.Absent($"No credentials; {operation} requires {string.Join(" or ", documented.Select(outcome => outcome.Error).Distinct())}.");
    }

    /// <summary>Determines whether a query parameter is part of credentials.</summary>
    public bool Owns(ReceivedRequest request, string parameter) => _schemes.Values.Any(scheme => scheme.Owns(request, parameter));

    /// <summary>Alternatives with several schemes require all of them.</summary>
    private AuthenticationCheck Check(IReadOnlyList<SpecNode> way, ReceivedRequest request) =>
        way.Select(scheme => Check(scheme, request)).FirstOrDefault(outcome => outcome.Error is not null, AuthenticationCheck.Passed);

    private AuthenticationCheck Check(SpecNode scheme, ReceivedRequest request)
    {
        var name = scheme["scheme"].Text ?? scheme["x-authentication"].Text ?? "";
        return _schemes.TryGetValue(name, out var known)
            ? known.Check(request)
            : AuthenticationCheck.Absent($"a scheme that the simulator does not support ({name})");
    }
}
