namespace Vonage.Testing;

public sealed partial class VonageSimulator
{
    /// <summary>Credentials of every kind, all of them right.</summary>
    public VonageCredentials Credentials => VonageCredentials.FromApiKey(ApiKey, ApiSecret)
        .WithApplication(ApplicationId, PrivateKeyPem)
        .WithSignature(SignatureSecret);

    /// <summary>A client whose every request comes here.</summary>
    /// <param name="options">The client's options, such as a timeout. Their hosts are set to the simulator's.</param>
    public VonageClient CreateClient(VonageClientOptions? options = null) => new(Credentials, Redirect(options ?? new VonageClientOptions()));

    private VonageClientOptions Redirect(VonageClientOptions options)
    {
        options.TimeProvider = _simulation.Options.TimeProvider;
        foreach (var (host, address) in Hosts)
            options.Hosts[host] = address;
        return options;
    }
}
