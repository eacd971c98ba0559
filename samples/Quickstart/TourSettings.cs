namespace Quickstart;

/// <summary>The sender, recipient and options of the tour. The verification code is known only with the simulator.</summary>
internal sealed record TourSettings(string To, string From, string? Caller, bool MayRotateSecret, string? KnownCode = null);
