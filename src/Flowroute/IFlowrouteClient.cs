using Flowroute.Cdr;
using Flowroute.Cnam;
using Flowroute.E911;
using Flowroute.Messages;
using Flowroute.Numbers;
using Flowroute.Porting;
using Flowroute.Routes;

namespace Flowroute;

/// <summary>All of Flowroute's APIs behind one client. Safe to use from many threads: keep one for the process.</summary>
public interface IFlowrouteClient
{
    /// <summary>Numbers: find, buy, set up, release.</summary>
    INumbersClient Numbers { get; }

    /// <summary>Inbound routes, and which numbers use them.</summary>
    IRoutesClient Routes { get; }

    /// <summary>SMS and MMS, their records, and where webhooks go.</summary>
    IMessagesClient Messages { get; }

    /// <summary>Addresses for emergency calls.</summary>
    IE911Client E911 { get; }

    /// <summary>The names that are shown when numbers call.</summary>
    ICnamClient Cnam { get; }

    /// <summary>Numbers brought from other providers.</summary>
    IPortingClient Porting { get; }

    /// <summary>Exports of call detail records.</summary>
    ICdrClient Cdr { get; }
}
