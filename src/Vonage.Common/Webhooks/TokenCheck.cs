namespace Vonage;

/// <summary>The result of the verification of a token, before the body is known.</summary>
/// <param name="Failure">The failure; null if the token is valid.</param>
/// <param name="Token">The token, if it is valid.</param>
/// <param name="Account">The account that signed the token, if it is valid.</param>
/// <param name="LastMoment">The last time at which the token is valid.</param>
internal readonly record struct TokenCheck(WebhookVerification? Failure, ParsedToken? Token, string? Account, DateTimeOffset LastMoment);
