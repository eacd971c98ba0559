namespace Vonage.Testing.State;

/// <summary>The account of a simulator: its credentials and balance.</summary>
internal sealed class SimulatedAccount
{
    public SimulatedAccount(VonageSimulatorOptions options, string? keptKey = null)
    {
        (ApiKey, ApplicationId, SignatureSecret) = (options.ApiKey, options.ApplicationId, options.SignatureSecret);
        Balance = options.Balance;
        HasGivenKey = options.PrivateKeyPem is not null;
        Key = (options.PrivateKeyPem ?? keptKey) is { } pem ? ApplicationKey.Import(pem) : ApplicationKey.OfThisProcess;
        Secrets = [new ApiSecret(Guid.NewGuid().ToString(), options.ApiSecret, options.TimeProvider.GetUtcNow())];
    }

    public string ApiKey { get; }

    public string ApplicationId { get; }

    public string SignatureSecret { get; }

    public ApplicationKey Key { get; }

    /// <summary>Indicates whether an option names the key.</summary>
    public bool HasGivenKey { get; }

    public decimal Balance { get; set; }

    /// <summary>The secrets of the API key, oldest first. The list is replaced, never modified, because authentication reads it at any time.</summary>
    public IReadOnlyList<ApiSecret> Secrets { get; set; }

    /// <summary>Returns the error in an API key and secret; null if they are valid.</summary>
    public string? Refuse(string? key, string? secret)
    {
        if (key != ApiKey)
            return "The API key is not the simulator's.";
        return Secrets.Any(known => known.Text == secret) ? null : "The API secret is wrong.";
    }

    /// <summary>Deducts a price from the balance, unless the balance is too low.</summary>
    public bool TryCharge(decimal price)
    {
        if (price > Balance)
            return false;
        Balance -= price;
        return true;
    }
}

/// <summary>A secret of the API key.</summary>
internal sealed record ApiSecret(string Id, string Text, DateTimeOffset CreatedAt);
