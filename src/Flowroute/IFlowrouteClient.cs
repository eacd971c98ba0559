using Flowroute.Cdr;
using Flowroute.Cnam;
using Flowroute.E911;
using Flowroute.Messages;
using Flowroute.Numbers;
using Flowroute.Porting;
using Flowroute.Routes;

namespace Flowroute;

/// <summary>Provides all Flowroute APIs. The client is thread-safe; use one instance for the lifetime of the process.</summary>
public interface IFlowrouteClient
{
    /// <summary>Numbers API: searching, buying, configuring and releasing numbers.</summary>
    INumbersClient Numbers { get; }

    /// <summary>Routes API: inbound routes, and the routes of numbers.</summary>
    IRoutesClient Routes { get; }

    /// <summary>Messages API: SMS and MMS, message detail records, and webhook callbacks.</summary>
    IMessagesClient Messages { get; }

    /// <summary>E911 API: addresses for emergency calls.</summary>
    IE911Client E911 { get; }

    /// <summary>CNAM API: caller ID names of numbers.</summary>
    ICnamClient Cnam { get; }

    /// <summary>Porting API: orders to port numbers from other providers.</summary>
    IPortingClient Porting { get; }

    /// <summary>CDR API: exports of call detail records.</summary>
    ICdrClient Cdr { get; }
}
