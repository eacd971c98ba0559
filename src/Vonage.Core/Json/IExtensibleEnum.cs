using System.Diagnostics.CodeAnalysis;

namespace Vonage.Core;

/// <summary>
/// A word of an API's vocabulary. The known ones are static properties of the type; any other is kept as it came and goes back as it came,
/// so that a word the API adds tomorrow breaks nothing today.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "That is what it is called, in every SDK that has one.")]
public interface IExtensibleEnum
{
    /// <summary>The word as it stands on the wire.</summary>
    string Value { get; }
}
