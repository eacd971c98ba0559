namespace Vonage.NumberInsight;

/// <remarks>The API returns an object or a single word. A single word is read as <see cref="Status"/>, and the other properties are not set.</remarks>
public partial class NumberRoaming : IJsonScalar
{
    /// <inheritdoc/>
    void IJsonScalar.ReadScalar(string value) => Status = value;
}
