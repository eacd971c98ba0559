using Vonage.Simulation;

namespace Vonage.Testing;

/// <summary>Options for a <see cref="VonageSimulator"/>.</summary>
public sealed class VonageSimulatorOptions : SimulatorOptions
{
    /// <summary>The accepted API key.</summary>
    public string ApiKey { get; set; } = "abcd1234";

    /// <summary>The initial API secret. The Account API can add another one and revoke this one.</summary>
    public string ApiSecret { get; set; } = "Simulat0rSecret";

    /// <summary>The application whose tokens are accepted.</summary>
    public string ApplicationId { get; set; } = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";

    /// <summary>The private key (PEM) of the application. By default, a key is generated.</summary>
    public string? PrivateKeyPem { get; set; }

    /// <summary>The secret for signatures. Every signature method is accepted.</summary>
    public string SignatureSecret { get; set; } = "SimulatorSignatureSecret";

    /// <summary>The initial balance of the account in euros.</summary>
    public decimal Balance { get; set; } = 100m;

    /// <summary>The initial credit limit in euros: the amount by which the balance can be negative. A part of it can be transferred to subaccounts.</summary>
    public decimal CreditLimit { get; set; } = 100m;

    /// <summary>The amount that a top-up adds, in euros.</summary>
    public decimal TopUpAmount { get; set; } = 10m;

    /// <summary>Numbers that cannot be reached by SMS, each with the status of its messages, such as 6 or 9.</summary>
    public IDictionary<string, int> FailingNumbers { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Addresses on the local machine that URLs in requests and NCCOs can refer to, such as <c>http://127.0.0.1:5000</c>. Only the port matters.</summary>
    /// <remarks>
    /// The default, <see langword="null"/>, allows every port, for a simulator in a test process. URLs that are set in <see cref="VonageSimulator.Webhooks"/>
    /// are always allowed.
    /// </remarks>
    public IReadOnlyCollection<Uri>? AllowedCallbacks { get; set; }

    /// <summary>The time after which a call ends by itself whose NCCO has run out: <see cref="TimeSpan.Zero"/> for at once.</summary>
    /// <remarks>
    /// Actions such as talk take no time in the simulator, so the default, <see langword="null"/>, lets the call go on until it is hung up or transferred. A
    /// call in a conversation goes on in any case.
    /// </remarks>
    public TimeSpan? CallEndsAfter { get; set; }

    /// <summary>Called with each webhook after it was sent, for example to log it. An exception is thrown to the code that waits for the webhook.</summary>
    public Action<SentWebhook>? OnWebhook { get; set; }

    /// <summary>How fast webhooks that the application does not accept are sent again: 1 as Vonage does it, 60 for a minute in a second.</summary>
    /// <remarks>
    /// Webhooks of messages, SMS and video are sent again after 5 seconds, then after twice the time, up to 15 minutes, for 24 hours (delivery receipts for
    /// 72); an answer URL that does not answer is requested three times, and the fallback URL twice. The default, <see langword="null"/>, sends each webhook
    /// once.
    /// </remarks>
    public double? WebhookRetrySpeed { get; set; }

    /// <summary>
    /// A file that keeps the messages, outcomes, applications, numbers, users and the account with its balance, settings, secrets and private key across
    /// restarts.
    /// </summary>
    /// <remarks>
    /// Everything else begins anew: requests, webhooks, calls, verifications and what other APIs have created. The file is created if it does not exist. One
    /// that cannot be read is an error, and stays as it is. The default, <see langword="null"/>, is none.
    /// </remarks>
    public string? StateFile { get; set; }

    /// <summary>Serves a page at <c>/</c> that shows messages, calls, requests and webhooks, and on which a person can answer them. The default is no page.</summary>
    public bool ServesPage { get; set; }

    /// <summary>Documents to serve instead of the package's own.</summary>
    internal SpecCatalog? Documents { get; set; }
}
