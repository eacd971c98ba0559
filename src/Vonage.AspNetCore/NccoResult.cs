using Microsoft.AspNetCore.Http;
using Vonage.Voice;

namespace Vonage.AspNetCore;

/// <summary>An action result that writes an NCCO as JSON.</summary>
internal sealed class NccoResult(Ncco ncco) : IResult
{
    public const string ContentType = "application/json; charset=utf-8";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = ContentType;
        return httpContext.Response.WriteAsync(ncco.ToJson(), httpContext.RequestAborted);
    }
}
