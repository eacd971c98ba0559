using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vonage.AspNetCore;

/// <summary>
/// Verifies the requests of an endpoint of any kind before anything else of it runs: filters, model binding and the handler. An endpoint for
/// which this is not possible is an error, so that none is left unprotected.
/// </summary>
internal static class SignatureConvention
{
    public static void Apply(IEndpointConventionBuilder builder, VonageWebhookEndpointOptions options)
    {
        builder.Add(endpoint =>
        {
            endpoint.Metadata.Add(options);
            // Only handlers of minimal APIs have parameters and results that a filter can see.
            if (endpoint.Metadata.OfType<MethodInfo>().Any() && !endpoint.Metadata.OfType<VonageWebhookFilter>().Any())
            {
                var filter = new VonageWebhookFilter();
                endpoint.Metadata.Add(filter);
                endpoint.FilterFactories.Add((_, next) => context => filter.InvokeAsync(context, next));
            }
        });
        // All options are known now, whether they come from a group, the endpoint or its handler.
        builder.Finally(Enforce);
    }

    private static void Enforce(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<WebhookEndpoint>().Any())
            return;
        // ASP.NET Core replaces the handlers of these endpoints later, or does not say which services they have.
        if (endpoint.Metadata.Any(item => item is PageActionDescriptor or ComponentTypeMetadata or IDynamicEndpointMetadata { IsDynamic: true })
            || endpoint.RequestDelegate is not { } handler || endpoint.ApplicationServices.GetService<ILoggerFactory>() is null)
        {
            throw new InvalidOperationException(
                $"RequireVonageSignature cannot protect the endpoint '{endpoint.DisplayName}'. It supports minimal API handlers, controllers, hubs, health checks and other endpoints with a handler of their own. "
                + "Add [VonageWebhook] to the model of a Razor Page, or to the controller that a fallback or dynamic route selects. Razor components cannot be protected.");
        }

        var webhooks = new WebhookEndpoint(endpoint.ApplicationServices, endpoint.Metadata);
        endpoint.Metadata.Add(webhooks);
        // An endpoint of MapVonageWebhook states its methods by its options.
        if (webhooks.AllowsGet && endpoint.Metadata.OfType<EventType>().Any(type => type.IsMapped))
            endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Post]));
        endpoint.RequestDelegate = context => webhooks.RunAsync(context, handler);
    }
}
