namespace Vonage;

/// <summary>The regions in which Vonage runs servers of its own for some APIs.</summary>
public enum VonageRegion
{
    /// <summary>The United States: <c>api-us.vonage.com</c>.</summary>
    UnitedStates,

    /// <summary>Europe: <c>api-eu.vonage.com</c>.</summary>
    Europe,

    /// <summary>Asia and the Pacific: <c>api-ap.vonage.com</c>.</summary>
    AsiaPacific,
}
