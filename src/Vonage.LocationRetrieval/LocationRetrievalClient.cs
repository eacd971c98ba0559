using Vonage.Core;

namespace Vonage.LocationRetrieval;

/// <content>This API requires the plus sign of the number, which no other does.</content>
public partial class LocationRetrievalClient
{
    /// <inheritdoc/>
    public virtual Task<DeviceLocation> RetrieveAsync(string phoneNumber, TimeSpan? maxAge = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        var number = PhoneNumber.Digits(phoneNumber);
        Check.Required(nameof(phoneNumber), number);
        Check.E164(nameof(phoneNumber), number);
        return RetrieveCoreAsync(new RetrieveLocationRequest { PhoneNumber = "+" + number, LocationAgeSeconds = maxAge }, requestOptions, cancellationToken);
    }
}
