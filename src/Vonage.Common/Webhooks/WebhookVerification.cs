namespace Vonage;

/// <summary>The result of a verification. It is safe to log: it contains no secrets, no token and no content of the webhook.</summary>
public sealed class WebhookVerification
{
    private readonly ReplayTicket? _ticket;

    private WebhookVerification(WebhookFailure failure, string reason, string? account = null, JwtMembers? claims = null, ReplayTicket? ticket = null)
    {
        Failure = failure;
        Reason = reason;
        Account = account;
        Token = claims is null ? null : new WebhookToken(claims);
        _ticket = ticket;
    }

    /// <summary>Indicates whether the webhook comes from Vonage, is recent and was not modified.</summary>
    public bool IsValid => Failure == WebhookFailure.None;

    /// <summary>The reason for a failure; <see cref="WebhookFailure.None"/> if the webhook is valid.</summary>
    public WebhookFailure Failure { get; }

    /// <summary>A description of the result, for a log. Do not send it to the sender.</summary>
    public string Reason { get; }

    /// <summary>The API key of the account that signed the webhook. Use it, and no field of the webhook, to find the tenant.</summary>
    /// <remarks><see langword="null"/> if the webhook is not valid, or if it names no account and the secret belongs to none.</remarks>
    public string? Account { get; }

    /// <summary>The application ID, if the webhook is valid and its token contains one.</summary>
    public string? ApplicationId => Token?.ApplicationId;

    /// <summary>The claims of the token, if the webhook is valid and was signed with a token.</summary>
    public WebhookToken? Token { get; }

    /// <summary>Marks the webhook as handled, if there is a <see cref="WebhookVerifierOptions.ReplayGuard"/>.</summary>
    /// <param name="cancellationToken">Cancels the call of the replay guard.</param>
    public Task ConfirmAsync(CancellationToken cancellationToken = default) => _ticket?.ConfirmAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Accepts the webhook again when Vonage repeats it, because it was not handled. Without this call, it is rejected.</summary>
    /// <param name="cancellationToken">Cancels the call of the replay guard.</param>
    public Task ReleaseAsync(CancellationToken cancellationToken = default) => _ticket?.ReleaseAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Returns the failure and its reason.</summary>
    public override string ToString() => $"{Failure}: {Reason}";

    internal static WebhookVerification Valid(string? account, ReplayTicket? ticket, JwtMembers? claims = null) =>
        new(WebhookFailure.None, "The signature is valid.", account, claims, ticket);

    internal static WebhookVerification Failed(WebhookFailure failure, string reason) => new(failure, reason);

    /// <summary>Reserves a valid webhook.</summary>
    /// <returns>The webhook, or a failure if it was already handled.</returns>
    internal async Task<WebhookVerification> ReserveAsync(CancellationToken cancellationToken) =>
        _ticket is null || await _ticket.TryReserveAsync(cancellationToken).ConfigureAwait(false)
            ? this
            : Failed(WebhookFailure.Replayed, "The webhook was already handled, or is being handled.");

    /// <summary>Indicates whether the webhook must be reserved.</summary>
    internal bool HasTicket => _ticket is not null;
}
