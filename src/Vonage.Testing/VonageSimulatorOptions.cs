using Vonage.Simulation;

namespace Vonage.Testing;

/// <summary>The options of a <see cref="VonageSimulator"/>. All have defaults.</summary>
public sealed class VonageSimulatorOptions : SimulatorOptions
{
    /// <summary>The API key that is accepted.</summary>
    public string ApiKey { get; set; } = "abcd1234";

    /// <summary>The API secret that is accepted at first. The Account API can add another and revoke this one.</summary>
    public string ApiSecret { get; set; } = "Simulat0rSecret";

    /// <summary>The application whose tokens are accepted.</summary>
    public string ApplicationId { get; set; } = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    /// <summary>The private key (PEM) of that application. Where null, one is made.</summary>
    public string? PrivateKeyPem { get; set; }

    /// <summary>The secret that signatures are made with. Every method is accepted.</summary>
    public string SignatureSecret { get; set; } = "SimulatorSignatureSecret";

    /// <summary>What is on the account at first, in euros.</summary>
    public decimal Balance { get; set; } = 100m;

    /// <summary>How far the account may go below zero at first, in euros. Subaccounts can be given some of it.</summary>
    public decimal CreditLimit { get; set; } = 100m;

    /// <summary>What a top-up adds, in euros.</summary>
    public decimal TopUp { get; set; } = 10m;

    /// <summary>Numbers to which no SMS gets through, each with the status that its messages get, such as 6 or 9.</summary>
    public IDictionary<string, int> FailingNumbers { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Called with each webhook that was sent, when its answer is known, such as to log it. What it throws comes to whoever waits for the webhook.</summary>
    public Action<SentWebhook>? OnWebhook { get; set; }

    /// <summary>Documents to serve instead of the package's own.</summary>
    internal SpecCatalog? Documents { get; set; }
}
