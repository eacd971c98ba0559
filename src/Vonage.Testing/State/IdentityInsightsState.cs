using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The Identity Insights API: the documented insights, of which a reply has those that were requested.</summary>
internal sealed class IdentityInsightsState : ApiState
{
    private const int DefaultHours = 240;

    // Those of the Network Registry.
    private static readonly string[] NeedPurpose = ["sim_swap", "device_swap", "subscriber_match", "location_verification", "roaming", "reachability"];

    private readonly SharedState _shared;

    public IdentityInsightsState(SharedState shared) : base("identity-insights")
    {
        _shared = shared;
        On("getInsights", GetInsights);
    }

    private ExchangeResponse GetInsights(Exchange exchange)
    {
        var (number, asked) = (PhoneNumber.Digits(exchange.Text("phone_number")!), exchange.Body["insights"]!.AsObject());
        var reply = exchange.Success();
        if (reply.Json?["insights"] is not JsonObject insights)
            return reply;
        reply.Json["request_id"] = Guid.NewGuid().ToString();
        foreach (var name in insights.Select(insight => insight.Key).Where(name => !asked.ContainsKey(name)).ToList())
            insights.Remove(name);
        if (insights["format"] is JsonObject format)
            format["number_international"] = "+" + number;
        if (insights["sim_swap"] is JsonObject swap)
            Tell(swap, _shared.SimSwaps.GetValueOrDefault(number), asked["sim_swap"]!["period"]?.GetValue<int>() ?? DefaultHours);
        if (string.IsNullOrWhiteSpace(exchange.Text("purpose")))
            foreach (var name in NeedPurpose.Where(insights.ContainsKey))
                insights[name] = new JsonObject { ["status"] = new JsonObject { ["code"] = "INVALID_PURPOSE", ["message"] = "The purpose is missing." } };
        return reply;
    }

    private void Tell(JsonObject swap, DateTimeOffset? time, int hours)
    {
        swap["is_swapped"] = time >= _shared.Now.AddHours(-hours);
        swap.Remove("latest_sim_swap_at");
        if (time is { } known)
            swap["latest_sim_swap_at"] = known.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
    }
}
