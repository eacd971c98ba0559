namespace Vonage.Testing.State;

/// <summary>A verification of the second Verify API, on its way through its channels.</summary>
internal sealed class VerificationFlow(IReadOnlyList<(string Name, string To)> channels, VerificationCode code, DateTimeOffset expiresAt)
{
    public const string SilentAuth = "silent_auth";
    public const string SilentAuthCode = "si9sfG";

    /// <summary>Seconds that a channel has where the request says nothing.</summary>
    public const int StandardTimeout = 180;

    private int _channel;
    private bool _isOver;

    public string Id { get; } = Guid.NewGuid().ToString();

    public string Channel => channels[_channel].Name;

    public bool HasCode => Channel != "whatsapp_interactive";

    /// <summary>Whether wrong codes have ended it.</summary>
    public bool IsUsedUp { get; private set; }

    public bool IsLive(DateTimeOffset now) => !_isOver && now < expiresAt;

    public bool Reaches(string to) => channels.Any(channel => channel.To == to);

    public bool TryGoOn()
    {
        if (_channel == channels.Count - 1)
            return false;
        _channel++;
        return true;
    }

    public void End() => _isOver = true;

    /// <summary>Silent authentication has a code of its own, and one try.</summary>
    public bool Check(string? typed)
    {
        var silent = Channel == SilentAuth;
        var right = silent ? typed == SilentAuthCode : code.Check(typed);
        IsUsedUp = !right && (silent || code.IsUsedUp);
        _isOver = right || IsUsedUp;
        return right;
    }
}
