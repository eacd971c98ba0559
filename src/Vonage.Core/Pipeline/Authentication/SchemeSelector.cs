namespace Vonage.Core.Pipeline;

/// <summary>Selects the authentication scheme of a request.</summary>
internal static class SchemeSelector
{
    /// <summary>
    /// Returns the scheme that the caller requests; otherwise the client's preferred scheme, if the operation accepts it and the credentials
    /// support it; otherwise the first accepted scheme that the credentials support.
    /// </summary>
    public static ApiAuthentication Select(ApiOperation operation, RequestOptions? options, ApiCredentials credentials, ApiAuthentication? preferred)
    {
        var accepted = operation.Schemes;
        if (accepted.Length == 0)
            return ApiAuthentication.None;
        if (options?.Authentication is { } asked)
            return Serve(operation, asked, credentials);
        if (preferred is not null && Array.IndexOf(accepted, preferred) >= 0 && preferred.CanUse(credentials))
            return preferred;
        foreach (var scheme in accepted)
            if (scheme.CanUse(credentials))
                return scheme;
        throw new MissingCredentialsException(operation.Name, accepted, credentials);
    }

    private static ApiAuthentication Serve(ApiOperation operation, ApiAuthentication asked, ApiCredentials credentials)
    {
        if (Array.IndexOf(operation.Schemes, asked) < 0)
            throw new InvalidRequestException("RequestOptions.Authentication", $"must be one of {string.Join<ApiAuthentication>(", ", operation.Schemes)} for {operation.Name}, not {asked}.");
        if (!asked.CanUse(credentials))
            throw new MissingCredentialsException(operation.Name, [asked], credentials);
        return asked;
    }
}
