using System.Text.Json.Nodes;
using Vonage.Testing.Answers;
using Vonage.Testing.Webhooks;

namespace Vonage.Testing.State;

/// <summary>The second Verify API: verifications that go through their channels.</summary>
internal sealed class VerifyV2State : ApiState
{
    private const decimal Price = 0.05m;
    private readonly Simulation _simulation;
    private readonly VerificationReports _reports;

    public VerifyV2State(Simulation simulation) : base("verify-v2")
    {
        (_simulation, _reports) = (simulation, new VerificationReports(simulation.Webhooks));
        On("start", Start);
        On("check", exchange => OfLive(exchange, verification => Check(exchange, verification)));
        On("nextWorkflow", exchange => OfLive(exchange, verification => GoOn(exchange, verification)));
        On("getSilentAuthCode", exchange => OfLive(exchange, verification => Vouch(exchange, verification)));
        On("cancel", exchange => OfLive(exchange, verification =>
        {
            verification.Cancel();
            _reports.Over(verification);
            return exchange.Success();
        }));
    }

    private Reply Start(Exchange exchange)
    {
        var channels = exchange.Body["workflow"]!.AsArray().Select(channel => new VerificationStep(channel!["channel"]!.ToString(), channel["to"]!.ToString())).ToList();
        if (channels.FindIndex(channel => channel.Channel == VerificationFlow.SilentAuth) > 0)
            return exchange.Refuse("workflow", "silent_auth must be the first channel");
        if (_simulation.Verifications.Find(other => other.IsLive(_simulation.Now) && channels.Exists(channel => other.Reaches(channel.To))) is { } running)
        {
            var conflict = exchange.Error(409);
            conflict.Json!["request_id"] = running.Id;
            return conflict;
        }
        if (!_simulation.Account.TryCharge(Price))
            return exchange.Error(402);
        var timeout = exchange.Body["channel_timeout"]?.GetValue<int>() ?? VerificationFlow.StandardTimeout;
        var verification = new VerificationFlow(channels, new(exchange.Text("code"), exchange.Text("code_length")), _simulation.Now, timeout)
        {
            Price = Price,
            ClientRef = exchange.Text("client_ref"),
            IsOfApplication = exchange.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase),
        };
        _simulation.Verifications.Add(verification);
        var body = new JsonObject { ["request_id"] = verification.Id };
        if (verification.Channel == VerificationFlow.SilentAuth)
        {
            body["check_url"] = verification.CheckUrl;
            _reports.Pending(verification);
        }
        return WithBody(exchange, body);
    }

    private Reply GoOn(Exchange exchange, VerificationFlow verification)
    {
        var ended = verification.Current;
        if (!verification.TryGoOn(_simulation.Now))
            return exchange.Error(409, example: "noEvents");
        _reports.Ended(verification, ended);
        return exchange.Success();
    }

    private Reply Check(Exchange exchange, VerificationFlow verification)
    {
        if (!verification.HasCode)
            return exchange.Error(409);
        var right = verification.Check(exchange.Text("code") ?? exchange.Text("token"));
        if (right || verification.IsUsedUp)
            _reports.Over(verification);
        if (right)
            return WithBody(exchange, new JsonObject { ["request_id"] = verification.Id, ["status"] = "completed" });
        return exchange.Error(verification.IsUsedUp ? 410 : 400);
    }

    private static Reply Vouch(Exchange exchange, VerificationFlow verification) => verification.Channel == VerificationFlow.SilentAuth
        ? WithBody(exchange, new JsonObject { ["request_id"] = verification.Id, ["code"] = VerificationFlow.SilentAuthCode })
        : exchange.Error(409);

    // What was checked too often is told apart from what was never there.
    private Reply OfLive(Exchange exchange, Func<VerificationFlow, Reply> handler)
    {
        var id = exchange.Path["request_id"];
        var verification = _simulation.Verifications.Find(each => each.Id == id);
        if (verification?.IsUsedUp == true && exchange.Operation.Id == "check")
            return exchange.Error(410);
        return verification?.IsLive(_simulation.Now) == true
            ? handler(verification)
            : exchange.Error(404, $"Request {id} was not found or it has been verified already.");
    }

    private static Reply WithBody(Exchange exchange, JsonObject body)
    {
        var reply = exchange.Success();
        reply.Json = body;
        return reply;
    }
}
