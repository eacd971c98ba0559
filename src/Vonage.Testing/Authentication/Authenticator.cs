using Vonage.Testing.Specs;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>Checks a request's credentials against what its operation accepts.</summary>
internal sealed class Authenticator(SimulatedAccount account, TimeProvider clock)
{
    /// <summary>Why the request is refused; null where it is not.</summary>
    public string? Check(SpecOperation operation, ReceivedRequest request)
    {
        var ways = operation.Security;
        if (ways.Count == 0)
            return null;
        var outcomes = ways.Select(way => Check(way, operation, request)).ToList();
        if (outcomes.Exists(outcome => outcome.Error is null))
            return null;
        return outcomes.Find(outcome => outcome.IsPresent).Error
            ?? $"No credentials; {operation} takes {string.Join(" or ", outcomes.Select(outcome => outcome.Error))}.";
    }

    /// <summary>All schemes of one way have to pass.</summary>
    private AuthenticationCheck Check(IReadOnlyList<SpecNode> way, SpecOperation operation, ReceivedRequest request) =>
        way.Select(scheme => Check(scheme, operation, request)).FirstOrDefault(outcome => outcome.Error is not null, AuthenticationCheck.Passed);

    private AuthenticationCheck Check(SpecNode scheme, SpecOperation operation, ReceivedRequest request) =>
        (scheme["scheme"].Text ?? scheme["x-authentication"].Text) switch
        {
            "bearer" => BearerScheme.Check(request, account, clock),
            "basic" => BasicScheme.Check(request, account, operation.Provider),
            "key-in-query" => KeyScheme.CheckQuery(request, account),
            "key-in-body" => KeyScheme.CheckBody(request, account),
            "signature" => SignatureScheme.Check(request, account, clock),
            var other => AuthenticationCheck.Absent($"a scheme that the simulator does not know ({other})"),
        };
}
