namespace Vonage.IdentityInsights;

/// <content>A circle has three numbers, and they lie three objects deep.</content>
public partial class LocationVerificationRequest
{
    /// <summary>Initializes a new instance of the <see cref="LocationVerificationRequest"/> class with a circle.</summary>
    /// <param name="latitude">The latitude of the center in degrees, -90 to 90.</param>
    /// <param name="longitude">The longitude of the center in degrees, -180 to 180.</param>
    /// <param name="radius">The radius in meters, 2,000 to 200,000.</param>
    public LocationVerificationRequest(decimal latitude, decimal longitude, int radius)
        : this(new LocationCircle(radius, new LocationCenter(latitude, longitude)))
    {
    }
}
