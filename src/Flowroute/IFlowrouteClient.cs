using Flowroute.Cdr;
using Flowroute.Cnam;
using Flowroute.E911;
using Flowroute.Messages;
using Flowroute.Numbers;
using Flowroute.Porting;
using Flowroute.Routes;

namespace Flowroute;

/// <summary>Provides all Flowroute APIs. The client is thread-safe; use one instance for the lifetime of the process.</summary>
/// <example>
/// <code>
/// using Flowroute;
/// using Flowroute.Messages;
///
/// // Reads FR_ACCESS_KEY and FR_SECRET_KEY. The client is thread-safe; use one instance for the lifetime of the process.
/// var flowroute = new FlowrouteClient(FlowrouteCredentials.FromEnvironment());
///
/// var sent = await flowroute.Messages.SendAsync(new SendMessageRequest { From = "12061231234", To = "12065551234", Body = "Hello from C#" });
/// Console.WriteLine(sent.Id);
/// </code>
/// </example>
public interface IFlowrouteClient
{
    /// <summary>Numbers API: searching, buying, configuring and releasing numbers.</summary>
    IFlowrouteNumbersClient Numbers { get; }

    /// <summary>Routes API: inbound routes, and the routes of numbers.</summary>
    IFlowrouteRoutesClient Routes { get; }

    /// <summary>Messages API: SMS and MMS, message detail records, and webhook callbacks.</summary>
    IFlowrouteMessagesClient Messages { get; }

    /// <summary>E911 API: addresses for emergency calls.</summary>
    IFlowrouteE911Client E911 { get; }

    /// <summary>CNAM API: caller ID names of numbers.</summary>
    IFlowrouteCnamClient Cnam { get; }

    /// <summary>Porting API: orders to port numbers from other providers.</summary>
    IFlowroutePortingClient Porting { get; }

    /// <summary>CDR API: exports of call detail records.</summary>
    IFlowrouteCdrClient Cdr { get; }
}
