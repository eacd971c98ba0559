using Vonage.Core;

namespace Vonage.NumberInsight;

/// <remarks>The API sends an object, or a word in its place: the word is read as <see cref="Status"/>, all else stays unset.</remarks>
public partial class NumberRoaming : IJsonScalar
{
    /// <inheritdoc/>
    void IJsonScalar.ReadScalar(string value) => Status = value;
}
