using Vonage.Simulation;
using Vonage.Testing.State;

namespace Vonage.Testing.Authentication;

/// <summary>An API key and secret as parameters: in the query, a form or a JSON object.</summary>
internal sealed class KeyScheme : CredentialScheme
{
    private readonly SimulatedAccount _account;
    private readonly string _place;
    private const int InvalidCredentials = 4;

    private KeyScheme(string name, SimulatedAccount account, string place) : base(name) => (_account, _place) = (account, place);

    public override bool ReadsParameters => true;

    public static KeyScheme InQuery(SimulatedAccount account) => new("key-in-query", account, "in the query");

    public static KeyScheme InBody(SimulatedAccount account) => new("key-in-body", account, "in the body");

    public override AuthenticationCheck Check(ReceivedRequest request)
    {
        var (key, secret) = (request.Parameters.GetValueOrDefault("api_key"), request.Parameters.GetValueOrDefault("api_secret"));
        return secret.Count == 0
            ? AuthenticationCheck.Absent($"api_key and api_secret {_place}")
            : AuthenticationCheck.Of(_account.Refuse(key, secret)) with { BodyStatus = InvalidCredentials };
    }
}
