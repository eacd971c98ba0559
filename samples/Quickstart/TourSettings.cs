namespace Quickstart;

/// <summary>Who gets what from whom. The code that verifies is known with the simulator only.</summary>
internal sealed record TourSettings(string To, string From, string? Caller, bool MayRotateSecret, string? KnownCode = null);
