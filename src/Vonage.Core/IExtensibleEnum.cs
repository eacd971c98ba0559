using System.Diagnostics.CodeAnalysis;

namespace Vonage.Core;

/// <summary>
/// An enum value that an API can extend. The known values are static properties of the type, and its nested class <c>Values</c> has their wire representations
/// as constants.
/// </summary>
/// <remarks>Unknown values are preserved, so values that the API adds later do not cause errors.</remarks>
[SuppressMessage("Naming", "CA1711", Justification = "Extensible enum is the established name in SDKs.")]
public interface IExtensibleEnum
{
    /// <summary>The wire representation.</summary>
    string Value { get; }

    /// <summary>The name of the static property for a known value; otherwise the wire representation.</summary>
    string Name { get; }
}
