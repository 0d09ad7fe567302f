using System.Text;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json;

public sealed class JsonOutputTests
{
    [Fact]
    public void Objects_and_arrays_are_separated()
    {
        using var output = JsonOutput.Rent();
        output.BeginObject();
        output.WriteName("a\"");
        output.WriteInt32(1);
        output.WriteName("b");
        output.BeginArray();
        output.Separate();
        output.WriteNull();
        output.Separate();
        output.WriteBoolean(true);
        output.EndArray();
        output.EndObject();
        Assert.Equal("""{"a\"":1,"b":[null,true]}""", Encoding.UTF8.GetString(output.WrittenMemory.Span));
    }

    [Fact]
    public void Outputs_may_be_rented_at_the_same_time_and_begin_empty()
    {
        using var outer = JsonOutput.Rent();
        outer.WriteString("outer");
        using (var inner = JsonOutput.Rent())
        {
            Assert.NotSame(outer, inner);
            inner.WriteString(new string('x', 200_000));
            inner.Dispose();
            inner.Dispose();
        }

        using var next = JsonOutput.Rent();
        Assert.Empty(next.ToArray());
        Assert.Equal("\"outer\"", Encoding.UTF8.GetString(outer.WrittenSpan));
    }
}
