using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Vonage.AspNetCore;

/// <summary>The response to a rejected request, which contains only the status.</summary>
internal sealed class RefusedResult(int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var problem = TypedResults.Problem(statusCode: status);
        // Only AddProblemDetails tells a native application's serializer how to write a problem.
        return httpContext.RequestServices.GetService<IProblemDetailsService>() is null
            ? TypedResults.Json(problem.ProblemDetails, ProblemJson.Default.ProblemDetails, problem.ContentType, status).ExecuteAsync(httpContext)
            : problem.ExecuteAsync(httpContext);
    }
}

/// <summary>Writes problem details without reflection.</summary>
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ProblemJson : JsonSerializerContext;
