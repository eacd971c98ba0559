namespace Vonage.Pricing;

public partial class CountryPricing
{
    /// <summary>Finds the prices of a network in <see cref="Networks"/>.</summary>
    /// <param name="networkCode">The network code: the mobile country code and mobile network code, such as <c>302530</c>.</param>
    /// <returns>The network; <see langword="null"/> if it has no price of its own, in which case <see cref="DefaultPrice"/> may apply.</returns>
    public NetworkPricing? GetNetwork(string networkCode) => Networks.FirstOrDefault(network => network.NetworkCode == networkCode);
}
