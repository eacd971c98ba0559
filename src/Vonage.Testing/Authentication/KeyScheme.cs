using Microsoft.Extensions.Primitives;
using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>An API key and secret as query parameters or fields of the body.</summary>
internal sealed class KeyScheme : CredentialScheme
{
    private readonly SimulatedAccount _account;
    private readonly string _place;
    private readonly Func<ReceivedRequest, string, StringValues> _parameter;

    private KeyScheme(string name, SimulatedAccount account, string place, Func<ReceivedRequest, string, StringValues> parameter) : base(name) =>
        (_account, _place, _parameter) = (account, place, parameter);

    public static KeyScheme InQuery(SimulatedAccount account) => new("key-in-query", account, "in the query", (request, name) => request.Query[name]);

    public static KeyScheme InBody(SimulatedAccount account) =>
        new("key-in-body", account, "in the body", (request, name) => request.Form is { } form ? form[name] : request.Json?[name]?.ToString());

    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        var (key, secret) = (_parameter(request, "api_key"), _parameter(request, "api_secret"));
        return secret.Count == 0
            ? AuthenticationCheck.Absent($"api_key and api_secret {_place}")
            : AuthenticationCheck.Of(_account.Refuse(key, secret));
    }
}
