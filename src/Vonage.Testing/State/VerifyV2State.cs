using System.Text.Json.Nodes;
using Vonage.Simulation;
using Vonage.Testing.Authentication;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>Verify v2: verifications that try one channel after another.</summary>
internal sealed class VerifyV2State : ApiState
{
    private const decimal Price = 0.05m;
    private const string TooManyCodes = "Too many wrong codes were sent; the verification has ended";
    private readonly SharedState _shared;
    private readonly VerificationReports _reports;

    public VerifyV2State(SharedState shared) : base("verify-v2")
    {
        (_shared, _reports) = (shared, new VerificationReports(shared.Webhooks));
        On("start", Start);
        On("check", exchange => OfLive(exchange, verification => Check(exchange, verification)));
        On("triggerNextWorkflow", exchange => OfLive(exchange, verification => GoOn(exchange, verification)));
        On("getSilentAuthCode", exchange => OfLive(exchange, verification => Vouch(exchange, verification)));
        On("cancel", exchange => OfLive(exchange, verification =>
        {
            verification.Cancel();
            _reports.Over(verification);
            return exchange.Success();
        }));
    }

    private ExchangeResponse Start(Exchange exchange)
    {
        var channels = exchange.Body["workflow"]!.AsArray().Select(channel => new VerificationStep(channel!["channel"]!.ToString(), channel["to"]!.ToString())).ToList();
        if (channels.FindIndex(channel => channel.Channel == VerificationFlow.SilentAuth) > 0)
            return exchange.Refuse("workflow", "silent_auth must be the first channel");
        if (_shared.Verifications.Find(other => other.IsLive(_shared.Now) && channels.Exists(channel => other.Reaches(channel.To))) is { } running)
        {
            var conflict = exchange.Error(409, "A verification of this number is already running");
            conflict.Json!["request_id"] = running.Id;
            return conflict;
        }
        if (!_shared.Account.TryCharge(Price))
            return exchange.Error(402);
        var timeout = exchange.Body["channel_timeout"]?.GetValue<int>() ?? VerificationFlow.StandardTimeout;
        var verification = new VerificationFlow(channels, new(exchange.Text("code"), exchange.Text("code_length")), _shared.Now, timeout)
        {
            Price = Price,
            ClientRef = exchange.Text("client_ref"),
            Application = BearerScheme.ApplicationOf(exchange.Request),
        };
        _shared.Verifications.Add(verification);
        var body = new JsonObject { ["request_id"] = verification.Id };
        if (verification.Channel == VerificationFlow.SilentAuth)
        {
            body["check_url"] = verification.CheckUrl;
            _reports.Pending(verification);
        }
        return exchange.SuccessWith(body);
    }

    private ExchangeResponse GoOn(Exchange exchange, VerificationFlow verification)
    {
        var ended = verification.Current;
        if (!verification.TryGoOn(_shared.Now))
            return exchange.Error(409, example: "noEvents");
        _reports.Ended(verification, ended);
        return exchange.Success();
    }

    private ExchangeResponse Check(Exchange exchange, VerificationFlow verification)
    {
        if (!verification.HasCode)
            return exchange.Error(409, "The current channel of the verification has no code");
        var right = verification.Check(exchange.Text("code") ?? exchange.Text("token"));
        if (right || verification.IsUsedUp)
            _reports.Over(verification);
        if (right)
            return exchange.SuccessWith(new JsonObject { ["request_id"] = verification.Id, ["status"] = "completed" });
        return verification.IsUsedUp ? exchange.Error(410, TooManyCodes) : exchange.Error(400, "The code does not match the expected value");
    }

    private static ExchangeResponse Vouch(Exchange exchange, VerificationFlow verification) => verification.Channel == VerificationFlow.SilentAuth
        ? exchange.SuccessWith(new JsonObject { ["request_id"] = verification.Id, ["code"] = VerificationFlow.SilentAuthCode })
        : exchange.Error(409, "The verification does not use silent authentication");

    // A verification with too many wrong codes is distinguished from one that does not exist.
    private ExchangeResponse OfLive(Exchange exchange, Func<VerificationFlow, ExchangeResponse> handler)
    {
        var id = exchange.Path["request_id"];
        var verification = _shared.Verifications.Find(each => each.Id == id);
        if (verification?.IsUsedUp == true && exchange.OperationId == "check")
            return exchange.Error(410, TooManyCodes);
        return verification?.IsLive(_shared.Now) == true
            ? handler(verification)
            : exchange.Error(404, $"Request {id} was not found or it has been verified already.");
    }
}
