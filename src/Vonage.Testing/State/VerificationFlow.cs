namespace Vonage.Testing.State;

/// <summary>A verification of the second Verify API, on its way through its channels.</summary>
internal sealed class VerificationFlow
{
    public const string SilentAuth = "silent_auth";
    public const string SilentAuthCode = "si9sfG";

    /// <summary>Seconds that a channel has where the request says nothing.</summary>
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

    /// <summary>Seconds that each channel has.</summary>
    public int ChannelTimeout { get; }

    /// <summary>What it costs, in euros.</summary>
    public decimal Price { get; init; }

    public string? ClientRef { get; init; }

    /// <summary>Whether it was started with an application's token: only then is anybody told how it gets on.</summary>
    public bool IsOfApplication { get; init; }

    public VerificationStep Current => Steps[_current];

    public string Channel => Current.Channel;

    public string CheckUrl => $"https://api.nexmo.com/v2/verify/{Id}/silent-auth/redirect";

    public bool HasCode => Channel != "whatsapp_interactive";

    /// <summary>Whether wrong codes have ended it.</summary>
    public bool IsUsedUp { get; private set; }

    public bool IsLive(DateTimeOffset now) => !_isOver && now < StartedAt.AddSeconds(ChannelTimeout * Steps.Count);

    public bool Reaches(string to) => Steps.Any(step => step.To == to);

    /// <summary>Goes on to the next channel, where there is one. The present one has failed then.</summary>
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

    /// <summary>Silent authentication has a code of its own, and one try.</summary>
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
