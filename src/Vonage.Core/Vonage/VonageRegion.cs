namespace Vonage;

/// <summary>Specifies a region in which Vonage runs dedicated servers for some APIs.</summary>
public enum VonageRegion
{
    /// <summary>The United States: <c>api-us.vonage.com</c>.</summary>
    UnitedStates,

    /// <summary>Europe: <c>api-eu.vonage.com</c>.</summary>
    Europe,

    /// <summary>Asia-Pacific: <c>api-ap.vonage.com</c>.</summary>
    AsiaPacific,
}
