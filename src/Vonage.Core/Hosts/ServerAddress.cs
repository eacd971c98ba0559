namespace Vonage.Core;

/// <summary>Where a request goes, ready to have a path appended.</summary>
/// <param name="text">Scheme, host, port and base path, without a slash at the end.</param>
/// <param name="isTrusted">Whether credentials may go there.</param>
internal sealed class ServerAddress(string text, bool isTrusted)
{
    public string Text { get; } = text;

    public bool IsTrusted { get; } = isTrusted;
}
