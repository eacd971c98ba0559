namespace Vonage.Testing.State;

/// <summary>The one account that a simulator has: who it is, and what is left on it.</summary>
internal sealed class SimulatedAccount
{
    public SimulatedAccount(VonageSimulatorOptions options)
    {
        (ApiKey, ApplicationId, SignatureSecret) = (options.ApiKey, options.ApplicationId, options.SignatureSecret);
        Balance = options.Balance;
        Key = options.PrivateKeyPem is { } pem ? ApplicationKey.Import(pem) : ApplicationKey.OfThisProcess;
        OtherKeys = new Dictionary<string, (string, string)>(StringComparer.Ordinal) { ["flowroute"] = (options.FlowrouteAccessKey, options.FlowrouteSecretKey) };
        Secrets = [new ApiSecret(Guid.NewGuid().ToString(), options.ApiSecret, options.TimeProvider.GetUtcNow())];
    }

    /// <summary>Held by whoever reads or changes the state of anything: steps are short, and several APIs share the account.</summary>
    public Lock Gate { get; } = new();

    public string ApiKey { get; }

    public string ApplicationId { get; }

    public string SignatureSecret { get; }

    public ApplicationKey Key { get; }

    /// <summary>Key and secret for the documents of other providers, by their folder.</summary>
    public IReadOnlyDictionary<string, (string Key, string Secret)> OtherKeys { get; }

    public decimal Balance { get; set; }

    /// <summary>The secrets of the API key, oldest first. The list is replaced, never changed: authentication reads it at any time.</summary>
    public IReadOnlyList<ApiSecret> Secrets { get; set; }

    /// <summary>Takes a price off the balance, unless it is more than what is left.</summary>
    public bool TryCharge(decimal price)
    {
        if (price > Balance)
            return false;
        Balance -= price;
        return true;
    }
}

/// <summary>A secret of the account's API key.</summary>
internal sealed record ApiSecret(string Id, string Text, DateTimeOffset CreatedAt);
