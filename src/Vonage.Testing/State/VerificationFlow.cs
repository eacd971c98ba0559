namespace Vonage.Testing.State;

/// <summary>A verification of Verify v2 and the state of its channels.</summary>
internal sealed class VerificationFlow
{
    public const string SilentAuth = "silent_auth";
    public const string SilentAuthCode = "si9sfG";

    /// <summary>The default timeout of a channel in seconds.</summary>
    public const int StandardTimeout = 180;

    private readonly VerificationCode _code;
    private int _current;
    private bool _isOver;

    public VerificationFlow(IReadOnlyList<VerificationStep> steps, VerificationCode code, DateTimeOffset startedAt, int channelTimeout)
    {
        (Steps, _code, StartedAt, ChannelTimeout) = (steps, code, startedAt, channelTimeout);
        Current.StartedAt = startedAt;
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public IReadOnlyList<VerificationStep> Steps { get; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>The timeout of each channel in seconds.</summary>
    public int ChannelTimeout { get; }

    /// <summary>The price in euros.</summary>
    public decimal Price { get; init; }

    public string? ClientRef { get; init; }

    /// <summary>The application whose token started it; null if it was started with the API key. Events are sent only for an application.</summary>
    public string? Application { get; init; }

    public VerificationStep Current => Steps[_current];

    public string Channel => Current.Channel;

    public string CheckUrl => $"https://api.nexmo.com/v2/verify/{Id}/silent-auth/redirect";

    public bool HasCode => Channel != "whatsapp_interactive";

    /// <summary>Indicates whether wrong codes have ended it.</summary>
    public bool IsUsedUp { get; private set; }

    public bool IsLive(DateTimeOffset now) => !_isOver && now < StartedAt.AddSeconds(ChannelTimeout * Steps.Count);

    public bool Reaches(string to) => Steps.Any(step => step.To == to);

    /// <summary>Fails the current channel and continues with the next one, if there is one.</summary>
    public bool TryGoOn(DateTimeOffset now)
    {
        if (_current == Steps.Count - 1)
            return false;
        Current.Status = "failed";
        _current++;
        Current.StartedAt = now;
        return true;
    }

    public void Cancel() => End("failed");

    public void Expire() => End("expired");

    /// <summary>Silent authentication has its own code and allows one attempt.</summary>
    public bool Check(string? typed)
    {
        var silent = Channel == SilentAuth;
        var right = silent ? typed == SilentAuthCode : _code.Check(typed);
        IsUsedUp = !right && (silent || _code.IsUsedUp);
        if (right || IsUsedUp)
            End(right ? "completed" : "failed");
        return right;
    }

    private void End(string status) => (_isOver, Current.Status) = (true, status);
}
