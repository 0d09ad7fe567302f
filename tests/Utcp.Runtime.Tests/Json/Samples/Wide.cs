#pragma warning disable CS8618 // The reading constructor assigns in a loop and checks by mask.

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Utcp.Json;

namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>More than 64 properties: only the check of required ones differs.</summary>
[JsonConverter(typeof(JsonModelConverter<Wide>))]
public sealed partial record Wide : IJsonModel<Wide>
{
    private static readonly JsonNames s_names = new("p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", "p15", "p16", "p17", "p18", "p19", "p20", "p21", "p22", "p23", "p24", "p25", "p26", "p27", "p28", "p29", "p30", "p31", "p32", "p33", "p34", "p35", "p36", "p37", "p38", "p39", "p40", "p41", "p42", "p43", "p44", "p45", "p46", "p47", "p48", "p49", "p50", "p51", "p52", "p53", "p54", "p55", "p56", "p57", "p58", "p59", "p60", "p61", "p62", "p63", "p64", "p65", "p66", "p67", "p68", "p69");

    public required long P0 { get; init; }
    public long? P1 { get; init; }
    public long? P2 { get; init; }
    public long? P3 { get; init; }
    public long? P4 { get; init; }
    public long? P5 { get; init; }
    public long? P6 { get; init; }
    public long? P7 { get; init; }
    public long? P8 { get; init; }
    public long? P9 { get; init; }
    public long? P10 { get; init; }
    public long? P11 { get; init; }
    public long? P12 { get; init; }
    public long? P13 { get; init; }
    public long? P14 { get; init; }
    public long? P15 { get; init; }
    public long? P16 { get; init; }
    public long? P17 { get; init; }
    public long? P18 { get; init; }
    public long? P19 { get; init; }
    public long? P20 { get; init; }
    public long? P21 { get; init; }
    public long? P22 { get; init; }
    public long? P23 { get; init; }
    public long? P24 { get; init; }
    public long? P25 { get; init; }
    public long? P26 { get; init; }
    public long? P27 { get; init; }
    public long? P28 { get; init; }
    public long? P29 { get; init; }
    public long? P30 { get; init; }
    public long? P31 { get; init; }
    public long? P32 { get; init; }
    public long? P33 { get; init; }
    public long? P34 { get; init; }
    public long? P35 { get; init; }
    public long? P36 { get; init; }
    public long? P37 { get; init; }
    public long? P38 { get; init; }
    public long? P39 { get; init; }
    public long? P40 { get; init; }
    public long? P41 { get; init; }
    public long? P42 { get; init; }
    public long? P43 { get; init; }
    public long? P44 { get; init; }
    public long? P45 { get; init; }
    public long? P46 { get; init; }
    public long? P47 { get; init; }
    public long? P48 { get; init; }
    public long? P49 { get; init; }
    public long? P50 { get; init; }
    public long? P51 { get; init; }
    public long? P52 { get; init; }
    public long? P53 { get; init; }
    public long? P54 { get; init; }
    public long? P55 { get; init; }
    public long? P56 { get; init; }
    public long? P57 { get; init; }
    public long? P58 { get; init; }
    public long? P59 { get; init; }
    public long? P60 { get; init; }
    public long? P61 { get; init; }
    public long? P62 { get; init; }
    public required long P63 { get; init; }
    public required long P64 { get; init; }
    public long? P65 { get; init; }
    public long? P66 { get; init; }
    public long? P67 { get; init; }
    public long? P68 { get; init; }
    public required long P69 { get; init; }

    public Wide()
    {
    }

    [SetsRequiredMembers]
    private Wide(ref Utf8JsonReader reader)
    {
        var members = JsonRead.Object(ref reader, s_names);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: P0 = JsonRead.Int64(ref reader); break;
                case 1: P1 = JsonRead.NullableInt64(ref reader); break;
                case 2: P2 = JsonRead.NullableInt64(ref reader); break;
                case 3: P3 = JsonRead.NullableInt64(ref reader); break;
                case 4: P4 = JsonRead.NullableInt64(ref reader); break;
                case 5: P5 = JsonRead.NullableInt64(ref reader); break;
                case 6: P6 = JsonRead.NullableInt64(ref reader); break;
                case 7: P7 = JsonRead.NullableInt64(ref reader); break;
                case 8: P8 = JsonRead.NullableInt64(ref reader); break;
                case 9: P9 = JsonRead.NullableInt64(ref reader); break;
                case 10: P10 = JsonRead.NullableInt64(ref reader); break;
                case 11: P11 = JsonRead.NullableInt64(ref reader); break;
                case 12: P12 = JsonRead.NullableInt64(ref reader); break;
                case 13: P13 = JsonRead.NullableInt64(ref reader); break;
                case 14: P14 = JsonRead.NullableInt64(ref reader); break;
                case 15: P15 = JsonRead.NullableInt64(ref reader); break;
                case 16: P16 = JsonRead.NullableInt64(ref reader); break;
                case 17: P17 = JsonRead.NullableInt64(ref reader); break;
                case 18: P18 = JsonRead.NullableInt64(ref reader); break;
                case 19: P19 = JsonRead.NullableInt64(ref reader); break;
                case 20: P20 = JsonRead.NullableInt64(ref reader); break;
                case 21: P21 = JsonRead.NullableInt64(ref reader); break;
                case 22: P22 = JsonRead.NullableInt64(ref reader); break;
                case 23: P23 = JsonRead.NullableInt64(ref reader); break;
                case 24: P24 = JsonRead.NullableInt64(ref reader); break;
                case 25: P25 = JsonRead.NullableInt64(ref reader); break;
                case 26: P26 = JsonRead.NullableInt64(ref reader); break;
                case 27: P27 = JsonRead.NullableInt64(ref reader); break;
                case 28: P28 = JsonRead.NullableInt64(ref reader); break;
                case 29: P29 = JsonRead.NullableInt64(ref reader); break;
                case 30: P30 = JsonRead.NullableInt64(ref reader); break;
                case 31: P31 = JsonRead.NullableInt64(ref reader); break;
                case 32: P32 = JsonRead.NullableInt64(ref reader); break;
                case 33: P33 = JsonRead.NullableInt64(ref reader); break;
                case 34: P34 = JsonRead.NullableInt64(ref reader); break;
                case 35: P35 = JsonRead.NullableInt64(ref reader); break;
                case 36: P36 = JsonRead.NullableInt64(ref reader); break;
                case 37: P37 = JsonRead.NullableInt64(ref reader); break;
                case 38: P38 = JsonRead.NullableInt64(ref reader); break;
                case 39: P39 = JsonRead.NullableInt64(ref reader); break;
                case 40: P40 = JsonRead.NullableInt64(ref reader); break;
                case 41: P41 = JsonRead.NullableInt64(ref reader); break;
                case 42: P42 = JsonRead.NullableInt64(ref reader); break;
                case 43: P43 = JsonRead.NullableInt64(ref reader); break;
                case 44: P44 = JsonRead.NullableInt64(ref reader); break;
                case 45: P45 = JsonRead.NullableInt64(ref reader); break;
                case 46: P46 = JsonRead.NullableInt64(ref reader); break;
                case 47: P47 = JsonRead.NullableInt64(ref reader); break;
                case 48: P48 = JsonRead.NullableInt64(ref reader); break;
                case 49: P49 = JsonRead.NullableInt64(ref reader); break;
                case 50: P50 = JsonRead.NullableInt64(ref reader); break;
                case 51: P51 = JsonRead.NullableInt64(ref reader); break;
                case 52: P52 = JsonRead.NullableInt64(ref reader); break;
                case 53: P53 = JsonRead.NullableInt64(ref reader); break;
                case 54: P54 = JsonRead.NullableInt64(ref reader); break;
                case 55: P55 = JsonRead.NullableInt64(ref reader); break;
                case 56: P56 = JsonRead.NullableInt64(ref reader); break;
                case 57: P57 = JsonRead.NullableInt64(ref reader); break;
                case 58: P58 = JsonRead.NullableInt64(ref reader); break;
                case 59: P59 = JsonRead.NullableInt64(ref reader); break;
                case 60: P60 = JsonRead.NullableInt64(ref reader); break;
                case 61: P61 = JsonRead.NullableInt64(ref reader); break;
                case 62: P62 = JsonRead.NullableInt64(ref reader); break;
                case 63: P63 = JsonRead.Int64(ref reader); break;
                case 64: P64 = JsonRead.Int64(ref reader); break;
                case 65: P65 = JsonRead.NullableInt64(ref reader); break;
                case 66: P66 = JsonRead.NullableInt64(ref reader); break;
                case 67: P67 = JsonRead.NullableInt64(ref reader); break;
                case 68: P68 = JsonRead.NullableInt64(ref reader); break;
                case 69: P69 = JsonRead.Int64(ref reader); break;
            }
        }

        members.Require(0x8000000000000001);
        members.RequireMore(1, 0x21);
    }

    static Wide IJsonModel<Wide>.ReadJson(ref Utf8JsonReader reader) => new(ref reader);

    void IJsonModel<Wide>.WriteJson(JsonOutput output)
    {
        output.BeginObject();
        JsonWrite.Int64(output, s_names, 0, P0);
        JsonWrite.NullableInt64(output, s_names, 1, P1);
        JsonWrite.NullableInt64(output, s_names, 2, P2);
        JsonWrite.NullableInt64(output, s_names, 3, P3);
        JsonWrite.NullableInt64(output, s_names, 4, P4);
        JsonWrite.NullableInt64(output, s_names, 5, P5);
        JsonWrite.NullableInt64(output, s_names, 6, P6);
        JsonWrite.NullableInt64(output, s_names, 7, P7);
        JsonWrite.NullableInt64(output, s_names, 8, P8);
        JsonWrite.NullableInt64(output, s_names, 9, P9);
        JsonWrite.NullableInt64(output, s_names, 10, P10);
        JsonWrite.NullableInt64(output, s_names, 11, P11);
        JsonWrite.NullableInt64(output, s_names, 12, P12);
        JsonWrite.NullableInt64(output, s_names, 13, P13);
        JsonWrite.NullableInt64(output, s_names, 14, P14);
        JsonWrite.NullableInt64(output, s_names, 15, P15);
        JsonWrite.NullableInt64(output, s_names, 16, P16);
        JsonWrite.NullableInt64(output, s_names, 17, P17);
        JsonWrite.NullableInt64(output, s_names, 18, P18);
        JsonWrite.NullableInt64(output, s_names, 19, P19);
        JsonWrite.NullableInt64(output, s_names, 20, P20);
        JsonWrite.NullableInt64(output, s_names, 21, P21);
        JsonWrite.NullableInt64(output, s_names, 22, P22);
        JsonWrite.NullableInt64(output, s_names, 23, P23);
        JsonWrite.NullableInt64(output, s_names, 24, P24);
        JsonWrite.NullableInt64(output, s_names, 25, P25);
        JsonWrite.NullableInt64(output, s_names, 26, P26);
        JsonWrite.NullableInt64(output, s_names, 27, P27);
        JsonWrite.NullableInt64(output, s_names, 28, P28);
        JsonWrite.NullableInt64(output, s_names, 29, P29);
        JsonWrite.NullableInt64(output, s_names, 30, P30);
        JsonWrite.NullableInt64(output, s_names, 31, P31);
        JsonWrite.NullableInt64(output, s_names, 32, P32);
        JsonWrite.NullableInt64(output, s_names, 33, P33);
        JsonWrite.NullableInt64(output, s_names, 34, P34);
        JsonWrite.NullableInt64(output, s_names, 35, P35);
        JsonWrite.NullableInt64(output, s_names, 36, P36);
        JsonWrite.NullableInt64(output, s_names, 37, P37);
        JsonWrite.NullableInt64(output, s_names, 38, P38);
        JsonWrite.NullableInt64(output, s_names, 39, P39);
        JsonWrite.NullableInt64(output, s_names, 40, P40);
        JsonWrite.NullableInt64(output, s_names, 41, P41);
        JsonWrite.NullableInt64(output, s_names, 42, P42);
        JsonWrite.NullableInt64(output, s_names, 43, P43);
        JsonWrite.NullableInt64(output, s_names, 44, P44);
        JsonWrite.NullableInt64(output, s_names, 45, P45);
        JsonWrite.NullableInt64(output, s_names, 46, P46);
        JsonWrite.NullableInt64(output, s_names, 47, P47);
        JsonWrite.NullableInt64(output, s_names, 48, P48);
        JsonWrite.NullableInt64(output, s_names, 49, P49);
        JsonWrite.NullableInt64(output, s_names, 50, P50);
        JsonWrite.NullableInt64(output, s_names, 51, P51);
        JsonWrite.NullableInt64(output, s_names, 52, P52);
        JsonWrite.NullableInt64(output, s_names, 53, P53);
        JsonWrite.NullableInt64(output, s_names, 54, P54);
        JsonWrite.NullableInt64(output, s_names, 55, P55);
        JsonWrite.NullableInt64(output, s_names, 56, P56);
        JsonWrite.NullableInt64(output, s_names, 57, P57);
        JsonWrite.NullableInt64(output, s_names, 58, P58);
        JsonWrite.NullableInt64(output, s_names, 59, P59);
        JsonWrite.NullableInt64(output, s_names, 60, P60);
        JsonWrite.NullableInt64(output, s_names, 61, P61);
        JsonWrite.NullableInt64(output, s_names, 62, P62);
        JsonWrite.Int64(output, s_names, 63, P63);
        JsonWrite.Int64(output, s_names, 64, P64);
        JsonWrite.NullableInt64(output, s_names, 65, P65);
        JsonWrite.NullableInt64(output, s_names, 66, P66);
        JsonWrite.NullableInt64(output, s_names, 67, P67);
        JsonWrite.NullableInt64(output, s_names, 68, P68);
        JsonWrite.Int64(output, s_names, 69, P69);
        output.EndObject();
    }

    public bool Equals(Wide? other) => JsonModel.AreEqual<Wide>(this, other);
    public override int GetHashCode() => JsonModel.HashOf<Wide>(this);
    public override string ToString() => JsonModel.TextOf<Wide>(this);
    private bool PrintMembers(StringBuilder builder) => JsonModel.Print<Wide>(builder, this);
}
