namespace Quickstart;

/// <summary>Who gets what from whom.</summary>
internal sealed record TourSettings(string To, string From, string? Caller, bool MayRotateSecret);
