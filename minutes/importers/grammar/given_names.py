"""Given names: where a name of several words begins, so that a noun behind a surname is not taken for more of it. Pure."""

GIVEN = frozenset(
    """
    Abdul Abdullah Achim Achmed Ada Adalbert Adam Adele Adelheid Adem Adolf Adrian Agathe Agnes Ahmed Ahmet Albert
    Albrecht Aleksander Alena Alessandro Alex Alexander Alexandra Alexis Alfons Alfred Alfredo Ali Alice Alina Alisa
    Almut Alois Aloys Alrun Amalia Amelie Amina Ana Anastasia André Andre Andrea Andreas Andrej Andy Anett Anette
    Angela Angelika Angelina Angelo Anita Anja Anke Ann Ann-Kathrin Anna Anne Annegret Annelie Anneliese Annelore
    Annemarie Annett Annette Anni Annika Ansgar Antje Anton Antonia Antonio Antonius Apostolos Arend Ariane Armin
    Arndt Arne Arno Arnold Arthur Artur Arvid Arwed Astrid Attila August Aurelia Axel Aylin Ayse Ayşe Balthasar
    Barbara Bärbel Bastian Beate Beatrice Beatrix Ben Benedetta Benedikt Benita Benjamin Benno Bent Berit Bernadette
    Bernd Bernhard Bernward Berta Berthold Bertold Bertram Bettina Bianca Birgit Birgitt Birte Birthe Björn Bodo
    Bogdan Boris Brigitte Brit Britta Brunhilde Bruno Burghard Burghardt Burkhard Burkhardt Cäcilia Can Caren Carina
    Carl Carl-Heinz Carla Carlo Carlos Carmen Carola Carolin Caroline Carsten Catharina Cathrin Catrin Cedric Celina
    Celine Cemal Chantal Charlotte Christa Christel Christfried Christian Christiane Christin Christina Christine
    Christlieb Christof Christoph Christopher Cindy Claas Claire Clara Claudia Claus Clemens Conny Conrad Constantin
    Cordula Corina Corinna Cornelia Cornelius Curt Cyrill Dagmar Dagobert Dana Daniel Daniela Daria Darius Darja David
    Dean Denise Deniz Dennis Detlef Detlev Diana Dieter Diethard Diethelm Diethild Dietlind Dietmar Dietrich Dirk
    Ditmar Dominik Doreen Dorian Doris Dorit Doro Dorothe Dorothea Dorothee Dörte Dörthe Ebba Eberhard Ebru Eckard
    Eckart Eckehard Eckehart Eckhard Eckhardt Eckhart Edda Eddy Edelgard Edeltraud Edgar Edith Edmund Eduard Edwin
    Egbert Egon Ehrenfried Eike Eileen Ekkehard Ekkehart Ekrem Elena Eleonore Elfi Elfriede Elias Elif Elina Elisa
    Elisabeth Elke Ellen Elly Elmar Else Elvira Emanuel Emil Emilia Emily Emine Emma Emmi Emre Engelbert Enno Enrico
    Erdmann Erhard Eric Erich Erik Erika Erna Ernestine Ernst Erwin Esther Etienne Eugen Eugenie Eva Eva-Maria
    Evamaria Evelin Eveline Evelyn Ewald Fabian Falk Falko Fatih Fatma Fee Felicitas Felix Ferdinand Filiz Finn Fiona
    Florian Folker Folkert Francesco Frank Franz Franziska Franziskus Frauke Fred Frederic Frederik Fredi Frerk Freya
    Frida Frieda Friedbert Friedemann Friederich Friederike Friedhelm Friedrich Friedrich-Wilhelm Frithjof Fritjof
    Fritz Gabi Gabriel Gabriele Gaby Gaston Gebhard Geesche Georg Georgios Gerald Geraldine Gerd Gerda Gereon Gerfried
    Gerhard Gerlinde Gerold Gerrit Gert Gertraud Gertrud Gertrude Gesa Gesche Gesine Gideon Gilbert Giovanni Gisbert
    Gisela Giuseppe Gönna Goran Gordon Gottfried Gotthard Gottlieb Götz Gregor Greta Gretel Grit Gudrun Guenter
    Guenther Guido Guiseppe Gülsen Gunda Gundula Gunnar Günter Gunter Günther Gunther Gustaf Gustav Gyde Hagen Hakan
    Halil Hanna Hannah Hanne Hannelene Hannelore Hannes Hans Hans-Dieter Hans-Georg Hans-Joachim Hans-Jürgen
    Hans-Peter Hans-Werner Hanspeter Harald Harm Harro Harry Hartmut Hartwig Hasan Hatice Hauke Hedda Hedi Hedwig
    Heide Heidemarie Heiderose Heidi Heidrun Heike Heiko Heiner Heinfried Heini Heinke Heino Heinrich Heinz
    Heinz-Peter Helena Helene Helga Helge Hella Helmar Helmke Helmut Helmuth Hendrik Henner Henning Henny Henri
    Henriette Henrik Henry Herbert Heribert Herma Hermann Hermine Herrmann Herta Hertha Hilda Hilde Hildegard Hilmar
    Hiltrud Hinnerk Hinrich Holger Horst Horst-Dieter Hubert Huberta Hubertine Hubertus Hugo Huseyin Hüseyin Ibrahim
    Ida Ignaz Igor Ilja Ilker Ilona Ilsabe Ilse Imke Immo Ina Ines Inga Inge Ingeborg Ingeburg Ingelore Ingo Ingolf
    Ingrid Ingrun Inka Inken Insa Ira Irene Irina Iris Irmela Irmgard Irmhild Irmtraud Irmtrud Isabel Isabell Isabella
    Isabelle Ismail Isolde Ivan Ivo Ivonne Jaap Jacek Jacob Jacqueline Jakob Jan Jana Jana-Maria Janet Janett Janina
    Janine Jannik Jannis Janosch Jaqueline Jaroslaw Jasmin Jasper Jean Jeanette Jeannette Jelle Jelto Jennifer Jenny
    Jens Jerome Jes Jessica Jessika Jill Jo Joachim Joana Joanna Jochen Joel Joerg Johann Johanna Johannes John
    Jolanta Jonas Jonathan Jonny Joost Jörg Jorge Jörn Josef Josefa Josefine Joseph Josephine Joshua Jost Juan Judith
    Juergen Jule Julia Julian Julien Julius Jürgen Juri Just Justin Justus Jutta Kai Kaj Karen Karin Karl Karl-Heinz
    Karl-Otto Karla Karlheinz Karola Karolin Karoline Karsten Kasimir Kaspar Käte Katharina Katharine Käthe Kathi
    Kathleen Kathrin Kathy Katja Katrin Kay Kees Kemal Keno Kersten Kerstin Kevin Kilian Kim Kira Kirsten Klaas Klara
    Klaus Klaus-Dieter Klaus-Peter Klemens Knud Knut Kolja Konrad Konstantin Konstanze Korbinian Kordula Kornelia
    Kristian Kristin Kristina Kristine Krystyna Kunibert Kunigunde Kuno Kurt Laila Lara Larissa Lars Lasse Laura
    Laurenz Laurin Lea Leif Leila Lena Lenard Leni Lennart Lenz Leo Leon Leonard Leonhard Leonie Leopold Levke Leyla
    Lia Liane Lidia Liesel Lieselotte Lili Lilli Lilly Lina Linda Linus Lisa Liselotte Loni Lore Lorena Lorenz Lothar
    Lotte Louis Luca Lucas Lucia Lucie Lucy Ludger Ludmilla Ludolf Ludwig Luis Luisa Luise Luitgard Luka Lukas Lukasz
    Lutz Lydia Maarten Madeleine Madlen Magda Magdalena Magnus Mahmut Maik Maike Maja Malin Malte Mandy Manfred Manja
    Manuel Manuela Mara Marc Marcel Marcell Marco Marcus Marek Maren Marga Margarete Margarethe Margit Margitta Margot
    Margret Margrit Maria Maria-Anna Mariana Marianna Marianne Marie Marie-Luise Marieke Mariele Mariella Marietta
    Marika Marina Mario Marion Marisa Marita Maritta Marius Mark Marko Markus Marleen Marlen Marlene Marlies Marlis
    Marlon Marta Marten Martha Marthe Martin Martina Marvin Mascha Massimo Mathias Mats Matthias Matti Maurice Mauritz
    Max Maxi Maximilian Mechthild Mehmet Meike Meinhard Meinolf Meinrad Melanie Melina Melissa Melitta Merle Merlin
    Meta Metin Mia Michael Michaela Michel Michelle Michi Miguel Mikael Mike Milan Milena Mina Minna Mira Miriam Mirja
    Mirjam Mirko Miroslav Mischa Mohammed Momme Mona Monika Monique Moritz Muhammad Murat Musa Mustafa Nadia Nadin
    Nadine Nadja Nancy Nannette Natalia Natalie Natascha Nathalie Neele Nele Nelli Niclas Nico Nicola Nicolai Nicolas
    Nicolaus Nicole Niels Nikita Niklas Niko Nikola Nikolai Nikolas Nikolaus Nils Nina Nis Noah Noel Nora Norbert
    Norman Nuri Oda Oddo Okko Olaf Olav Ole Oleg Olga Oliver Olivia Omar Onno Orhan Ortrud Ortwin Oskar Osman Oswald
    Othmar Otmar Ottfried Ottilie Ottmar Otto Pablo Paolo Pascal Patric Patricia Patrick Patrik Patrizia Paul Paula
    Paulina Pauline Peer Peggy Pepe Per Peter Petra Philip Philipp Philippe Phillip Pia Pierre Piet Pieter Pietro Pius
    Quirin Rabea Rafael Ragna Raimar Raimund Rainald Rainer Ralf Ralph Ralph-Peter Ramazan Ramona Rando Randolf Raoul
    Raphael Rasmus Rebecca Rebekka Regina Regine Reimar Reimer Reimund Reiner Reinhard Reinhart Reinhilde Reinhold
    Remo Renata Renate Renato René Rene Resi Ria Ricarda Riccardo Richard Richard-Otto Rico Rieke Rita Robert Robin
    Rocco Roderich Roger Roland Rolf Roman Romina Romy Ron Ronald Ronja Ronny Rosa Rosalia Rosel Rosemarie Rosina
    Rosmarie Roswita Roswitha Rouven Ruben Rudi Rüdiger Rudolf Rudolph Runa Ruprecht Ruth Sabina Sabine Sabri Sabrina
    Salih Sally Salvatore Sam Samir Samira Samuel Sandra Sandro Sandy Sanja Sara Sara-Maria Sarah Sascha Saskia
    Sebahattin Sebastian Selim Selina Selma Sepp Serap Serdar Sergej Serkan Severin Sevim Seyit Sibel Sibylle Siegbert
    Siegfried Sieghard Sieglinde Siegmar Siegmund Siegrid Siegward Sigi Sigmar Sigmund Sigrid Sigrun Silas Silke
    Silvana Silvester Silvia Silvie Silvio Simon Simone Sina Sinan Sindy Siv Sofia Sofie Söhnke Solveig Songül Sonja
    Sönke Sophia Sophie Sören Stanislaus Stefan Stefani Stefanie Steffen Steffi Stella Sten Stephan Stephani Stephanie
    Stephen Steve Steven Sulamith Süleyman Susan Susann Susanna Susanne Suse Svante Sven Sven-Erik Svenja Swantje Swen
    Sybille Sylke Sylvana Sylvester Sylvia Sylvie Sylvio Tabea Tamara Tamme Tammo Taner Tania Tanja Tassilo Tatjana
    Telsche Telse Teresa Thaddäus Thea Theda Thekla Theo Theodor Theodora Theresa Theresia Thies Thilo Thomas
    Thomas-Peter Thoralf Thorben Thore Thorge Thorsten Tiemo Till Tillmann Tilman Tilmann Tilo Tim Timm Timo Timon
    Tina Tino Tjark Tjorven Tobias Tom Tomas Tomma Toni Tony Torben Torge Torsten Traudel Traute Tristan Trude Tuncay
    Turgut Tyler Ubbo Udo Ulf Ulfert Uli Ülkü Ulla Ulli Ulrich Ulrika Ulrike Undine Urs Ursel Ursula Urte Uta Ute
    Ute-Maria Utta Uwe Vadim Valentin Valeria Valerie Valeska Vanessa Vasco Veiko Veit Vera Verena Veronika Victor
    Victoria Viktor Viktoria Vincent Vinzenz Viola Violetta Vito Viviane Vivien Volker Volkhard Volkhart Volkmar Vroni
    Walburga Waldemar Waldtraut Walter Walther Waltraud Waltraude Waltraut Wanda Wencke Wendelin Wenke Wenzel Wera
    Werner Werner-Josef Wiebke Wieland Wigbert Wilfrid Wilfried Wilhelm Wilhelmine Willi Willy Wiltrud Wim Winfrid
    Winfried Winnie Witta Wladimir Wolf Wolf-Dieter Wolfgang Wolfgang-Peter Wolfhard Wolfram Wübbo Wulf Xaver Xenia
    Yannick Yannik Yasemin Yasin Yusuf Yves Yvonne Zacharias Zenta Zeynep Zita Zoe Zoltan Zuzana Ömer Özcan Özlem
    """.split()
)
