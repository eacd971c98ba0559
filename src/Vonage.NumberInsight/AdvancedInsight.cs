using Newtonsoft.Json;

namespace Vonage.NumberInsight;

public partial class AdvancedInsight
{
    /// <summary>Indicates whether the number is roaming; <see langword="null"/> if the network did not say so.</summary>
    [JsonIgnore]
    public bool? IsRoaming => Roaming?.Status?.Value switch
    {
        RoamingStatus.Values.Roaming => true,
        RoamingStatus.Values.NotRoaming => false,
        _ => null,
    };

    /// <summary>Indicates whether the number can be reached now; <see langword="null"/> if the network did not say so.</summary>
    [JsonIgnore]
    public bool? IsReachable => Reachable?.Value switch
    {
        NumberReachability.Values.Reachable => true,
        NumberReachability.Values.Undeliverable or NumberReachability.Values.Absent or NumberReachability.Values.BadNumber or NumberReachability.Values.Blacklisted => false,
        _ => null,
    };
}
