using Flowroute.Messages;
using Flowroute.Routes;

namespace Flowroute.Contract.Tests;

/// <summary>Identifiers of things that exist on the server that is asked.</summary>
public sealed record Ids(string Number, string Route, string Message)
{
    public static Ids AnyOnPrism { get; } = new("12061231234", "98396", "mdr2-39cadeace66e11e7aff806cd7f24ba2d");

    /// <summary>Buys a number, creates a route and sends a message, so that there is something to fetch and change.</summary>
    public static async Task<Ids> OnAsync(IFlowrouteClient flowroute)
    {
        var number = await flowroute.Numbers.PurchaseAsync("12061231234");
        var route = await flowroute.Routes.CreateAsync(new CreateRouteRequest { Alias = "first", RouteType = InboundRouteType.Host, Value = "example.com" });
        var message = await flowroute.Messages.SendAsync(new SendMessageRequest { To = "12065551234", From = "12061231234", Body = "first" });
        return new(number.Id, route!.Id, message.Id);
    }

    public string Fill(string text) => text.Replace("{number}", Number).Replace("{route}", Route).Replace("{message}", Message);
}
