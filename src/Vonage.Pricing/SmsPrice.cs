using Vonage.Core;

namespace Vonage.Pricing;

/// <summary>
/// What a text is likely to cost as an SMS: the number of its parts, times the price of one. The network of a number is known only when the message
/// is sent; the response contains what was charged.
/// </summary>
public sealed class SmsPrice
{
    private SmsPrice(SmsText text, decimal perPart, string? currency)
    {
        Text = text;
        PerPart = perPart;
        Currency = currency;
    }

    /// <summary>The text, with its encoding and the number of its parts.</summary>
    public SmsText Text { get; }

    /// <summary>The price of one part.</summary>
    public decimal PerPart { get; }

    /// <summary>The price of all parts.</summary>
    public decimal Total => PerPart * Text.PartCount;

    /// <summary>The currency, a three-letter code (ISO 4217).</summary>
    public string? Currency { get; }

    /// <summary>
    /// Estimates the price of a text by the Pricing API: the price of the given network, or else the default price of the country, or else the highest
    /// price of its networks.
    /// </summary>
    /// <param name="pricing">The client of the Pricing API.</param>
    /// <param name="country">The recipient's country, a two-letter code (ISO 3166-1 alpha-2).</param>
    /// <param name="text">The text.</param>
    /// <param name="networkCode">The recipient's network, if it is known: the mobile country code and mobile network code, such as <c>302530</c>.</param>
    /// <param name="requestOptions">Per-request options: timeout, headers, host and credentials.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="InvalidRequestException">The request violates a rule of the API. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The Pricing API has no price for the country.</exception>
    /// <exception cref="VonageApiException">The API returned an error, or a response that cannot be used.</exception>
    /// <exception cref="ApiConnectionException">The API could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The API did not respond in time.</exception>
    public static async Task<SmsPrice> EstimateAsync(IPricingClient pricing, string country, string text, string? networkCode = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pricing);
        var analyzed = SmsText.Analyze(text);
        var prices = await pricing.GetCountryAsync(PricingProduct.Sms, country, requestOptions, cancellationToken).ConfigureAwait(false);
        if (networkCode is not null && prices.GetNetwork(networkCode) is { Price: { } own } network)
            return new SmsPrice(analyzed, own, network.Currency ?? prices.Currency);
        if (prices.DefaultPrice is { } price)
            return new SmsPrice(analyzed, price, prices.Currency);
        var dearest = prices.Networks.Where(n => n.Price is not null).OrderByDescending(n => n.Price).FirstOrDefault()
            ?? throw new InvalidOperationException($"The Pricing API has no price of SMS messages for the country {country}.");
        return new SmsPrice(analyzed, dearest.Price!.Value, dearest.Currency ?? prices.Currency);
    }
}
