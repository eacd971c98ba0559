namespace Vonage;

/// <summary>Specifies a region in which Vonage runs dedicated servers for some APIs.</summary>
public enum VonageRegion
{
    /// <summary>The United States: <c>api-us.nexmo.com</c> (Messages API) and <c>api-us.vonage.com</c> (Voice API).</summary>
    UnitedStates,

    /// <summary>Europe: <c>api-eu.nexmo.com</c> (Messages API) and <c>api-eu.vonage.com</c> (Voice API).</summary>
    Europe,

    /// <summary>Asia-Pacific: <c>api-ap.nexmo.com</c> (Messages API) and <c>api-ap.vonage.com</c> (Voice API).</summary>
    AsiaPacific,
}
