namespace Vonage.Applications;

public partial class VonageApplication
{
    /// <summary>Creates credentials for the application.</summary>
    /// <param name="keys">The key pair whose public key the application has.</param>
    public VonageCredentials ToCredentials(ApplicationKeyPair keys) =>
        VonageCredentials.FromApplication(Id, (keys ?? throw new ArgumentNullException(nameof(keys))).PrivateKeyPem);
}
